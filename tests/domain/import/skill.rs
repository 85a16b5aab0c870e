use super::text::{counts, reference, said_in_short};

#[test]
fn the_reference_skill() {
    let Some(import) = reference("003_eb094491df477bc2.txt") else { return };
    println!("{:?} {}", import.format, said_in_short(&import));
    let framework = import.framework.as_ref().unwrap();
    println!("{}", serde_json::to_string_pretty(&framework.to_json()).unwrap());
    println!("{:?}", counts(framework, 0));
}
