//! Trunk, ready to be run: its folder and those of the tools that it calls in front of `PATH`, and never the network.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Result;
use crate::steps::Steps;
use crate::{path, rust, tools};

pub struct Trunk {
    folders: Vec<PathBuf>,
}

impl Trunk {
    /// Fetches what a development build needs and is not here yet.
    pub fn fetch(steps: &mut Steps) -> Result<Self> {
        steps.take("wasm target", rust::wasm_target)?;
        let trunk = steps.take("Trunk", tools::trunk)?;
        let wasm_bindgen = steps.take("wasm-bindgen", tools::wasm_bindgen)?;
        Ok(Self { folders: vec![trunk, wasm_bindgen] })
    }

    /// The same, and what a release build needs.
    pub fn fetch_for_release(steps: &mut Steps) -> Result<Self> {
        let mut trunk = Self::fetch(steps)?;
        trunk.folders.push(steps.take("wasm-opt", tools::wasm_opt)?);
        Ok(trunk)
    }

    pub fn command(&self, subcommand: &str) -> Result<Command> {
        let mut command = Command::new("trunk");
        command.arg(subcommand).arg("--offline").env("PATH", path::with(&self.folders)?);
        Ok(command)
    }
}
