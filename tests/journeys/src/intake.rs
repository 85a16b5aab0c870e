//! Documents that a person brings to the page.

use std::path::PathBuf;

use crate::{Folder, Outcome, Person, Trouble};

/// Drops a file of this name and content on the page, as from the desktop. What the driver cannot drag, a script does.
pub async fn drops(person: &Person, name: &str, content: &str) -> Outcome {
    let content = serde_json::Value::from(content);
    person
        .learns(&format!(
            "(() => {{ \
               const dataTransfer = new DataTransfer(); \
               dataTransfer.items.add(new File([{content}], {name:?})); \
               const drag = name => new DragEvent(name, {{ dataTransfer, bubbles: true, cancelable: true }}); \
               for (const name of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(drag(name)); \
               return true; \
             }})()"
        ))
        .await
        .map(drop)
}

/// Goes to the import and chooses a file of this name and content.
pub async fn brings(person: &Person, folder: &Folder, name: &str, content: &[u8]) -> Outcome {
    let file = file(folder, name, content)?;
    person.gives_file("Choose a document", &file).await
}

/// A file in a folder.
pub fn file(folder: &Folder, name: &str, content: &[u8]) -> Outcome<PathBuf> {
    let file = folder.path().join(name);
    std::fs::write(&file, content)
        .map_err(|error| Trouble::new(format!("{} cannot be written: {error}", file.display())))?;
    Ok(file)
}
