//! `build`: the release, in `dist/`, ready for any static host below any path.

use std::path::Path;

use crate::failure::Result;
use crate::steps::Steps;
use crate::trunk::Trunk;
use crate::{seal, shell, size};

const DIST: &str = "dist";

pub fn build() -> Result<()> {
    let mut steps = Steps::default();
    let result = release(&mut steps).and_then(|()| steps.take("size budget", size::check));
    println!("\n{}", steps.table());
    result
}

pub fn release(steps: &mut Steps) -> Result<()> {
    let trunk = Trunk::fetch_for_release(steps)?;
    let mut command = trunk.command("build")?;
    steps.take("release build", || shell::run(command.arg("--release")))?;
    steps.take("sealing", || seal::seal(Path::new(DIST)))
}
