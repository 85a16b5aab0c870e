//! Long files: a warning only, since length is a sign and not a fault.

const LONG: usize = 400;

pub fn warn(file: &str, text: &str) {
    if let Some(lines) = too_long(file, text) {
        println!("warning: {file} has {lines} lines. Look whether a second noun is in it.");
    }
}

fn too_long(file: &str, text: &str) -> Option<usize> {
    let lines = text.lines().count();
    (file.starts_with("src/") && lines > LONG).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_of_the_app_can_be_too_long() {
        assert_eq!(too_long("src/a.rs", &"x\n".repeat(401)), Some(401));
        assert_eq!(too_long("src/a.rs", &"x\n".repeat(400)), None);
        assert_eq!(too_long("tests/a.rs", &"x\n".repeat(401)), None);
    }
}
