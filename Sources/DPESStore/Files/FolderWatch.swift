import Glibc

/// Tells when somebody wrote a file, put another in its place, or took it away: inotify(7) on its
/// folder.
///
/// A thread of its own sleeps until there is something to tell.
package final class FolderWatch: Sendable {
  private struct Descriptors {
    let inotify: Int32
    let watch: Int32
  }

  /// nil once the thread has closed them.
  private let descriptors: Monitor<Descriptors?>

  /// Starts to watch a file, absolute and without links; `changed` is called on the thread.
  ///
  /// - Throws: when the system can't watch; on another machine's disk it tells nothing.
  package init(_ file: String, changed: @escaping @Sendable () -> Void) throws(StoreError) {
    do throws(StoreError.Cause) {
      let system = GlibcFileSystem()
      let inotify = try system.value { inotify_init1(Int32(IN_CLOEXEC)) }
      // Not IN_MODIFY: what is being written is not to be read yet.
      let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM | IN_MOVE_SELF | IN_ONLYDIR)
      let watch: Int32
      do throws(StoreError.Cause) {
        watch = try system.value { inotify_add_watch(inotify, file.folder, mask) }
      } catch {
        Glibc.close(inotify)
        throw error
      }
      let descriptors = Monitor<Descriptors?>(Descriptors(inotify: inotify, watch: watch))
      self.descriptors = descriptors
      let name = Array(file.utf8.dropFirst(file.folder.utf8.count).drop { $0 == UInt8(ascii: "/") })
      do throws(StoreError.Cause) {
        try startThread {
          while let names = Self.read(inotify) {
            if names.contains(name) || names.contains([]) { changed() }
          }
          descriptors.update {
            $0 = nil
            Glibc.close(inotify)
          }
        }
      } catch {
        Glibc.close(inotify)
        throw error
      }
    } catch {
      throw StoreError(path: file, operation: .read, cause: error)
    }
  }

  /// Ends the thread: a watch that is taken back says so to who reads.
  deinit {
    descriptors.update {
      if let descriptors = $0 { inotify_rm_watch(descriptors.inotify, descriptors.watch) }
    }
  }

  /// Waits for something to happen, and returns the names of the files concerned.
  ///
  /// An empty name stands for any, where too much happened to tell; nil says that the watch is
  /// over.
  private static func read(_ inotify: Int32) -> Set<[UInt8]>? {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = Glibc.read(inotify, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR ? [] : nil }
    var names: Set<[UInt8]> = []
    var rest = buffer[..<count]
    // struct inotify_event: wd, mask, cookie, the length of the name, the name and zeros.
    while rest.count >= 16 {
      let numbers = rest.prefix(16).withUnsafeBytes { bytes in
        (
          mask: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          length: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
        )
      }
      if numbers.mask & UInt32(IN_IGNORED) != 0 { return nil }
      names.insert(Array(rest.dropFirst(16).prefix(Int(numbers.length)).prefix { $0 != 0 }))
      rest = rest.dropFirst(16 + Int(numbers.length))
    }
    return names
  }
}
