//! The bundled frameworks: at every rung, for every five minutes, the best questions are found and proved.

use std::time::Instant;

use touchstone::question::{Weight, Wish, curve};

use crate::bundled::all;

#[test]
fn every_bundled_framework_is_selected_from_exactly() {
    let mut times = Vec::new();
    for framework in all() {
        let chosen: Vec<_> = framework.competencies.iter().map(|known| (known.id.clone(), Weight::Should)).collect();
        let mixed = chosen.iter().zip(Weight::ALL.iter().cycle()).map(|((id, _), weight)| (id.clone(), *weight));
        for competencies in [chosen.clone(), mixed.collect()] {
            for rung in framework.rungs() {
                let wish = Wish::new(rung.id.clone(), competencies.clone(), 0);
                let mut before = 0;
                let mut points = curve(&framework, &wish);
                let mut count = 0;
                loop {
                    let begun = Instant::now();
                    let Some(point) = points.next() else { break };
                    times.push(begun.elapsed());
                    count += 1;
                    let case = format!("{} at {}, {} min", framework.id, rung.id, point.limit);
                    assert!(point.optimal && point.bound == point.objective, "{case}: {point:?}");
                    assert!(point.minutes <= point.limit, "{case}: {point:?}");
                    // Weights alike, more time never covers less; a competency that must be asked about may cost some.
                    assert!(competencies != chosen || point.objective >= before, "{case}: {point:?}");
                    before = point.objective;
                }
                assert_eq!(count, 24);
            }
        }
    }
    times.sort_unstable();
    println!("{} selections: median {:?}, longest {:?}", times.len(), times[times.len() / 2], times[times.len() - 1]);
}
