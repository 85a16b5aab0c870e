//! Packages of the operating system, by `apt-get`, where this user may install them without being asked.

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::{path, shell};

/// Installs `packages`; `instead` says what a reader can do where that is not possible.
pub fn install(packages: &[&str], instead: &str) -> Result<()> {
    let wanted = packages.join(" ");
    let failure = |why: &str| {
        let typed = match path::find(&["sudo"]) {
            Some(_) => format!("Type `sudo apt-get install {wanted}`"),
            None => format!("As root, type `apt-get install {wanted}`"),
        };
        Failure::new(format!("{wanted} cannot be installed: {why}")).mend(format!("{typed}, or {instead}."))
    };
    if path::find(&["apt-get"]).is_none() {
        return Err(failure("this system has no apt-get"));
    }
    let prefix = prefix().map_err(failure)?;
    shell::run(apt(prefix).arg("update")).map_err(|error| failure(&error.to_string()))?;
    let mut install = apt(prefix);
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    shell::run(&mut install).map_err(|error| failure(&error.to_string()))
}

/// What to put in front of a command to run it as root, or why there is nothing to put there.
fn prefix() -> std::result::Result<&'static [&'static str], &'static str> {
    if is_root() {
        Ok(&[])
    } else if path::find(&["sudo"]).is_none() {
        Err("this user is not root, and there is no sudo")
    } else if shell::ask("sudo", &["-n", "true"]).is_none() {
        Err("this user is not root, and sudo asks for a password")
    } else {
        Ok(&["sudo", "-n"])
    }
}

/// Whether this system is Ubuntu, whose `chromium` packages are but a hint at the snap.
pub fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| names_ubuntu(&text))
}

/// Systems that are only like Ubuntu have packages of their own.
fn names_ubuntu(os_release: &str) -> bool {
    let id = os_release.lines().filter_map(|line| line.trim().strip_prefix("ID=")).next_back();
    id.is_some_and(|id| id.trim_matches(['"', '\'']) == "ubuntu")
}

pub fn is_root() -> bool {
    shell::ask("id", &["-u"]).as_deref() == Some("0")
}

fn apt(prefix: &[&str]) -> Command {
    let mut words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    let mut command = Command::new(words.next().unwrap_or(&"env"));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(os_release: &str, expected: bool) {
        assert_eq!(names_ubuntu(os_release), expected);
    }

    #[test]
    fn ubuntu_is_told_by_its_id() {
        check("PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\nVERSION_ID=\"24.04\"\nID=ubuntu\nID_LIKE=debian\n", true);
        check("ID=\"ubuntu\"\n", true);
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", false);
        check("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", false);
        check("VARIANT_ID=ubuntu\n", false);
        check("", false);
    }
}
