//! Files that somebody altered, and files of earlier releases, which name no entry before.

use serde_json::Value;
use touchstone::framework::{Digest, canonical};
use touchstone::record::{Arrival, Package};

use super::*;

fn exported() -> String {
    Browser::with(&interview()).export(false).unwrap()
}

/// The lines of a file before its events.
const BEFORE: usize = 6;

#[test]
fn one_byte_of_an_event_is_told_with_the_event() {
    let file = exported();
    let lines: Vec<&str> = file.lines().collect();
    let events = lines.iter().enumerate().skip(BEFORE).take(11);
    let (mut refused, mut altered) = (0, 0);
    for (index, line) in events {
        let seq = index - BEFORE + 1;
        for (byte, other) in (0..line.len()).step_by(3).flat_map(|byte| [(byte, "x"), (byte, "7")]) {
            let end = byte + 1;
            if !line.is_char_boundary(byte) || !line.is_char_boundary(end) || &line[byte..end] == other {
                continue;
            }
            let changed = format!("{}{other}{}", &line[..byte], &line[end..]);
            let mut lines = lines.clone();
            lines[index] = &changed;
            match Package::read(&lines.join("\n")) {
                Ok((_, assessment)) => {
                    altered += 1;
                    assert_eq!(assessment.altered().map(|altered| altered.first as usize), Some(seq), "{changed}");
                }
                Err(error) => {
                    refused += 1;
                    let told = error.to_string();
                    let named = [format!("event {seq}"), format!("line {}", index + 1), format!("line {},", index + 2)];
                    assert!(named.iter().any(|name| told.contains(name)), "{changed}: {told}");
                }
            }
        }
    }
    assert!(refused > 100 && altered > 100, "{refused} refused, {altered} shown as altered");
}

#[test]
fn an_altered_record_stays_altered_where_it_is_taken_in() {
    let file = exported();
    let check = |from: &str, to: &str, first: u32| {
        assert_eq!(file.matches(from).count(), 1, "{from} stands once");
        let elsewhere = Browser::new();
        let (_, arrival) = now(elsewhere.archive.import(&file.replace(from, to))).unwrap();
        assert_eq!(
            arrival.to_string(),
            format!(
                "a new assessment, which stands in the list now. It is not as it was written: entry {first} was \
                 altered. Ask for a fresh copy of the file, or read it with that in mind."
            )
        );
        let told = |assessment: &Assessment| assessment.altered().map(|altered| altered.first);
        let mut assessment = elsewhere.opened();
        assert_eq!(told(&assessment), Some(first));
        let listed = || now(elsewhere.archive.listing()).unwrap().lines[0].summary.progress();
        assert_eq!(listed(), "concluded · 1 of 4 asked · altered");
        elsewhere.append(&mut assessment, &[noted("greeting.q1", "It went on")]);
        assert_eq!(listed(), "concluded · 1 of 4 asked · altered");
        assert_eq!(told(&elsewhere.opened()), Some(first), "after it went on");
        let again = elsewhere.export(false).unwrap();
        assert_eq!(told(&Package::read(&again).unwrap().1), Some(first), "in a file of it");
    };
    check("Looked up", "Looked on", 3);
    // The last entry: no other one names it, but the file's digest does.
    check("1700000011000", "1700000011001", 11);
}

/// The file as the first releases wrote it: entries that name none before, and one digest over all of them.
fn of_the_first_release() -> String {
    let file = exported();
    let mut events = Vec::new();
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    for line in &mut lines[BEFORE..BEFORE + 11] {
        let comma = if line.ends_with(',') { "," } else { "" };
        let mut event: Value = serde_json::from_str(line.trim_end_matches(',')).unwrap();
        event.as_object_mut().unwrap().remove("prev");
        event["v"] = 1.into();
        events.push(canonical(&event));
        *line = format!("{}{comma}", canonical(&event));
    }
    let digest = lines.len() - 2;
    lines[digest] = format!("\"digest\":\"{}\"", Digest::of(events.join("\n").as_bytes()));
    lines.join("\n").replace("touchstone-assessment/2", "touchstone-assessment/1")
}

#[test]
fn a_record_of_the_first_release_is_read_and_goes_on() {
    let file = of_the_first_release();
    let elsewhere = Browser::new();
    assert_eq!(now(elsewhere.archive.import(&file)), Ok((id(), Arrival::New)));
    let mut assessment = elsewhere.opened();
    assert_eq!((assessment.log().len(), assessment.altered()), (11, None));
    elsewhere.append(&mut assessment, &[noted("greeting.q1", "It went on")]);
    let again = elsewhere.export(false).unwrap();
    // Its own entries stay byte for byte as they were.
    for event in file.lines().skip(BEFORE).take(11) {
        assert!(again.contains(event.trim_end_matches(',')), "{event}");
    }
    assert_eq!(Package::read(&again).unwrap().1, elsewhere.opened());
    // From the first entry that names the one before, those of the first release are covered too.
    let (_, altered) = Package::read(&again.replace("Looked up", "Looked on")).unwrap();
    assert!(altered.altered().is_some());
}

#[test]
fn a_file_of_the_first_release_that_was_altered_is_refused() {
    let error = Package::read(&of_the_first_release().replace("Looked up", "Looked on")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "digest: this part is damaged (the events are not those that were exported). Ask for a fresh copy of the file."
    );
}
