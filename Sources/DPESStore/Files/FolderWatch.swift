import CSystem
import Glibc

/// Tells when somebody wrote a file, put another in its place, or took it away: the system's watch
/// on its folder.
///
/// A thread of its own sleeps until there is something to tell.
package final class FolderWatch: Sendable {
  private struct Descriptors {
    let watcher: Int32
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
      let watcher = try system.value { cs_watch_begin() }
      let watch: Int32
      do throws(StoreError.Cause) {
        watch = try system.value { cs_watch_folder(watcher, file.folder) }
      } catch {
        Glibc.close(watcher)
        throw error
      }
      let descriptors = Monitor<Descriptors?>(Descriptors(watcher: watcher, watch: watch))
      self.descriptors = descriptors
      let name = Array(file.utf8.dropFirst(file.folder.utf8.count).drop { $0 == UInt8(ascii: "/") })
      do throws(StoreError.Cause) {
        try startThread {
          while let names = Self.names(from: watcher) {
            if names.contains(name) || names.contains([]) { changed() }
          }
          descriptors.update {
            $0 = nil
            Glibc.close(watcher)
          }
        }
      } catch {
        Glibc.close(watcher)
        throw error
      }
    } catch {
      throw StoreError(path: file, operation: .read, cause: error)
    }
  }

  /// Ends the thread: a watch that is taken back says so to who reads.
  deinit {
    descriptors.update {
      if let descriptors = $0 { cs_watch_end(descriptors.watcher, descriptors.watch) }
    }
  }

  /// Waits for something to happen, and returns the names of the files concerned.
  ///
  /// An empty name stands for any, where too much happened to tell; nil says that the watch is
  /// over.
  private static func names(from watcher: Int32) -> Set<[UInt8]>? {
    var buffer = [CChar](repeating: 0, count: 16_384)
    let count = cs_watch_names(watcher, &buffer)
    guard count > 0 else { return nil }
    return Set(
      buffer[..<(count - 1)].split(separator: 0, omittingEmptySubsequences: false)
        .map { $0.map(UInt8.init(bitPattern:)) })
  }
}
