//! Pictures of screens, as wide and narrow, light and dark as people have them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::screens::Screen;
use crate::{Host, Outcome, Person, Scheme};

const WIDTHS: [u32; 3] = [360, 768, 1440];
/// Chromium gives no picture that is longer.
const LONGEST: u32 = 16_000;
const SCHEMES: [(Scheme, &str); 2] = [(Scheme::Light, "light"), (Scheme::Dark, "dark")];

/// Takes every screen at every width in both colours, and gives the pictures' files.
pub async fn take(person: &Person, host: &Host, screens: &[Screen], folder: &Path) -> Outcome<Vec<PathBuf>> {
    std::fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    for (name, route) in screens {
        for (scheme, word) in SCHEMES {
            person.prefers(scheme).await?;
            for width in WIDTHS {
                let file = folder.join(format!("{name}-{width}-{word}.png"));
                person.resizes(width, 900).await?;
                person.goes_to("about:blank").await?;
                person.goes_to(&host.url(route)).await?;
                person.settles().await?;
                person.pictures(&file, width).await?;
                files.push(file);
            }
        }
    }
    Ok(files)
}

impl Person {
    /// Takes the whole length of the page, as far as a picture goes: the window is made that long.
    pub async fn pictures(&self, file: &Path, width: u32) -> Outcome {
        let height = "return document.documentElement.scrollHeight";
        let height: u32 = self.session.execute(height, Vec::new()).await?.convert()?;
        self.resizes(width, height.min(LONGEST)).await?;
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
