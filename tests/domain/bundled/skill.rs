//! Customer service support: one skill at six levels, with what it consists in.

use super::{check_levels, check_stated, framework};

const ID: &str = "customer-service-support-skill";

#[test]
fn its_levels_are_named() {
    check_levels(
        &framework(ID),
        &[
            ("1", "Follow", None),
            ("2", "Assist", None),
            ("3", "Apply", None),
            ("4", "Enable", None),
            ("5", "Ensure, advise", None),
            ("6", "Initiate, influence", None),
        ],
    );
}

#[test]
fn it_states_twenty_six_criteria() {
    let expected = [("1", 3), ("2", 4), ("3", 4), ("4", 5), ("5", 5), ("6", 5)];
    check_stated(&framework(ID), "customer-service-support", &expected);
}

#[test]
fn it_consists_in_seven_activities() {
    let expected = [
        "Managing the functions and the teams that serve customers",
        "Being a contact to whom customers and clients can turn",
        "Responding to enquiries and to issues",
        "Handling requests for help or for information",
        "Managing access, be it to products, to services or to systems",
        "Processing service requests and fulfilling them",
        "Keeping customers satisfied",
    ];
    assert_eq!(framework(ID).competencies[0].activities, expected);
}
