extension FileSystem {
  /// Makes a folder, and those above it, where they are missing.
  package func makeFolders(_ path: String) {
    do throws(StoreError.Cause) {
      try makeFolder(path)
    } catch .notFound where path != path.folder {
      makeFolders(path.folder)
      try? makeFolder(path)
    } catch {
      // What is done with the folder fails, or it is there.
    }
  }
}
