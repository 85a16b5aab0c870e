//! Pictures of screens, as wide and narrow, light and dark as people have them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::{Host, Outcome, Scheme, Visit};

const WIDTHS: [u32; 3] = [360, 768, 1440];
const SCHEMES: [(Scheme, &str); 2] = [(Scheme::Light, "light"), (Scheme::Dark, "dark")];

/// Takes every route at every width in both colours, and gives the pictures' files.
pub async fn take(host: &Host, routes: &[String], folder: &Path) -> Outcome<Vec<PathBuf>> {
    std::fs::create_dir_all(folder)?;
    let person = Visit::to(host).open("").await?;
    let mut files = Vec::new();
    for route in routes {
        for (scheme, word) in SCHEMES {
            person.prefers(scheme).await?;
            for width in WIDTHS {
                let file = folder.join(format!("{}-{width}-{word}.png", file_name(route)));
                person.resizes(width, 900).await?;
                person.goes_to("about:blank").await?;
                person.goes_to(&host.url(route)).await?;
                person.settles().await?;
                person.pictures(&file, width).await?;
                files.push(file);
            }
        }
    }
    person.leaves().await?;
    Ok(files)
}

impl crate::Person {
    /// Takes the whole length of the page: the window is made that long.
    pub async fn pictures(&self, file: &Path, width: u32) -> Outcome {
        let height = "return document.documentElement.scrollHeight";
        let height: u32 = self.session.execute(height, Vec::new()).await?.convert()?;
        self.resizes(width, height).await?;
        Ok(self.session.screenshot(file).await?)
    }

    /// Waits until there is a heading and the words on the page stay the same from one look to the next.
    pub async fn settles(&self) -> Outcome {
        let mut before = None;
        for _ in 0..100 {
            let now = self.words().await?;
            let headings = self.session.find_all(thirtyfour::By::Css("h1")).await?.len();
            if headings > 0 && before.as_ref() == Some(&now) {
                break;
            }
            before = Some(now);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        Ok(())
    }
}

/// `#/framework/one?level=2` becomes `framework-one-level-2`.
fn file_name(route: &str) -> String {
    let words: Vec<&str> = route.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "front".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_named_after_its_route() {
        assert_eq!(file_name("#/framework/one?level=2"), "framework-one-level-2");
        assert_eq!(file_name("#/"), "front");
    }
}
