//! `build`: the release, in `dist/`, ready for any static host below any path.

use std::path::Path;

use crate::failure::Result;
use crate::rust::Profile;
use crate::steps::Steps;
use crate::trunk::Trunk;
use crate::{seal, shell, size};

const DIST: &str = "dist";

pub fn build() -> Result<()> {
    let steps = Steps::begin();
    let result = release(&steps).and_then(|()| steps.take("size budget", size::check));
    println!("\n{}", steps.table());
    result
}

pub fn release(steps: &Steps) -> Result<()> {
    let trunk = Trunk::fetch(steps, Profile::Release)?;
    let mut command = trunk.command("build")?;
    steps.take("release build", || shell::run(&mut command))?;
    steps.take("sealing", || seal::seal(Path::new(DIST)))
}
