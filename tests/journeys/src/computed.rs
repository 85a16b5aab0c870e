//! The role and the name that the browser tells a screen reader.

use std::sync::Arc;

use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;

pub(crate) async fn role_of(element: &WebElement) -> WebDriverResult<String> {
    computed(element, "computedrole").await
}

pub(crate) async fn label_of(element: &WebElement) -> WebDriverResult<String> {
    computed(element, "computedlabel").await
}

async fn computed(element: &WebElement, what: &'static str) -> WebDriverResult<String> {
    let question = Computed { element: element.element_id().to_string(), what };
    element.handle().cmd(Command::ExtensionCommand(Box::new(question))).await?.value()
}

#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> http::Method {
        http::Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/{}", self.element, self.what).into()
    }
}
