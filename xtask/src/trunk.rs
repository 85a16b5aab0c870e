//! Trunk, ready to be run: its folder and those of the tools that it calls in front of `PATH`, and never the network.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Result;
use crate::rust::Profile;
use crate::steps::Steps;
use crate::{path, rust, tools};

pub struct Trunk {
    folders: Vec<PathBuf>,
    profile: Profile,
}

impl Trunk {
    /// Fetches what a build needs and is not here yet. The app is compiled meanwhile: Trunk takes as long to come.
    pub fn fetch(steps: &Steps, profile: Profile) -> Result<Self> {
        steps.take("wasm target", rust::wasm_target)?;
        let beside = |steps: &Steps| {
            let mut folders = vec![steps.take("wasm-bindgen", tools::wasm_bindgen)?];
            if profile == Profile::Release {
                folders.push(steps.take("wasm-opt", tools::wasm_opt)?);
            }
            steps.take("compiling the app", || rust::compile(profile))?;
            Ok(folders)
        };
        let (trunk, mut folders) = steps.at_once(|steps| steps.take("Trunk", tools::trunk), beside)?;
        folders.push(trunk);
        Ok(Self { folders, profile })
    }

    /// `trunk build …` or `trunk serve …`.
    pub fn command(&self, subcommand: &str) -> Result<Command> {
        let mut command = Command::new("trunk");
        command.arg(subcommand).arg("--offline").args(self.profile.options());
        command.env("PATH", path::with(&self.folders)?).envs(self.profile.settings());
        Ok(command)
    }
}
