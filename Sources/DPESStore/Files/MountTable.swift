/// Where file systems are mounted, as proc_pid_mountinfo(5) tells it.
package struct MountTable: Sendable {
  private let mounts: [(folder: [UInt8], kind: String)]

  package init(_ bytes: some Sequence<UInt8>) {
    mounts = Array(bytes).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count > 4, let dash = words.firstIndex(of: [UInt8(ascii: "-")]),
        dash + 1 < words.count
      else { return nil }
      return (Self.unescaped(words[4]), String(decoding: words[dash + 1], as: UTF8.self))
    }
  }

  /// The kind of the file system that an absolute path is on; nil when no line tells.
  package func kind(at path: String) -> String? {
    let path = Array(path.utf8)
    var found: (length: Int, kind: String)?
    for (folder, kind) in mounts where Self.isInside(path, folder) {
      // Of two at one place the later hides the earlier.
      if folder.count >= found?.length ?? 0 { found = (folder.count, kind) }
    }
    return found?.kind
  }

  private static func isInside(_ path: [UInt8], _ folder: [UInt8]) -> Bool {
    guard path.starts(with: folder) else { return false }
    return folder == [slash] || path.count == folder.count || path[folder.count] == slash
  }

  private static let slash = UInt8(ascii: "/")

  /// Blanks and the like are written as three octal digits: `\040`.
  private static func unescaped(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = word
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"),
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension FolderSystem {
  /// Whether a path, absolute and without links, is on another machine's disk: changes made there
  /// are not told here.
  package func isOnNetwork(_ path: String) -> Bool {
    guard let kind = kindOfFileSystem(at: path) else { return false }
    return networkKinds.contains(kind) || networkHelpers.contains { kind == "fuse." + $0 }
  }

  /// How long a lock is waited for.
  package static var patience: Duration { .seconds(10) }
}

private let networkKinds: Set = [
  "9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "coda", "drvfs", "gfs2", "glusterfs", "lustre",
  "ncpfs",
  "nfs", "nfs4", "ocfs2", "orangefs", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs",
]

/// File systems of programs that bring files from elsewhere; others, such as NTFS and encryption,
/// are near.
private let networkHelpers: Set = [
  "sshfs", "davfs", "davfs2", "gvfsd-fuse", "rclone", "s3fs", "curlftpfs", "glusterfs",
  "google-drive-ocamlfuse", "onedriver", "kio-fuse", "cephfs", "juicefs", "goofys", "smbnetfs",
  "afpfs", "gcsfuse", "vmhgfs-fuse",
]
