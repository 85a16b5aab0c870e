use super::text::{counts, reference, said_in_short};

#[test]
fn the_reference_proficiency() {
    let Some(import) = reference("004_f2c3c975a509c9f7.txt") else { return };
    println!("{:?} {}", import.format, said_in_short(&import));
    let framework = import.framework.as_ref().unwrap();
    println!("{}", serde_json::to_string_pretty(&framework.to_json()).unwrap());
    println!("{:?}", counts(framework, 0));
}
