import DPESStore
import Testing

@Suite struct MountTableTests {
  private static let table = """
    22 28 0:21 / /proc rw,relatime - proc proc rw
    28 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    40 28 0:40 / /home/marie/partage rw shared:2 master:1 - nfs4 serveur:/partage rw,vers=4.2
    41 28 0:41 / /mnt/mon\\040dossier rw - fuse.sshfs marie@serveur: rw
    42 28 0:42 / /media/cle rw - fuseblk /dev/sdb1 rw
    43 28 0:43 / /mnt/auto rw - autofs systemd-1 rw
    44 43 0:44 / /mnt/auto rw - cifs //serveur/partage rw
    short

    """

  @Test(
    arguments: [
      ("/", "ext4"), ("/etc", "ext4"), ("/proc/self", "proc"), ("/process", "ext4"),
      ("/home/marie/partage", "nfs4"), ("/home/marie/partage/a.json", "nfs4"),
      ("/home/marie/partage2", "ext4"), ("/mnt/mon dossier/a.json", "fuse.sshfs"),
      ("/media/cle/a.json", "fuseblk"), ("/mnt/auto/a.json", "cifs"),
    ])
  func `a path is on the file system mounted nearest above it`(path: String, kind: String) {
    #expect(MountTable(Self.table.utf8).kind(at: path) == kind)
  }

  @Test(
    arguments: [
      ("/home/marie/partage/a.json", true), ("/mnt/mon dossier/a.json", true),
      ("/mnt/auto/a.json", true), ("/media/cle/a.json", false), ("/etc/passwd", false),
    ])
  func `other machines' disks are told from this one's`(path: String, isFar: Bool) throws {
    let folder = try TemporaryFolder()
    let system = GlibcFileSystem(mountTable: try folder.put(Self.table, in: "mountinfo"))
    #expect(system.isOnNetwork(path) == isFar)
  }

  @Test func `without a table, all is near`() {
    #expect(!GlibcFileSystem(mountTable: "/nowhere").isOnNetwork("/home"))
    #expect(MountTable("".utf8).kind(at: "/") == nil)
  }

  @Test func `this machine's root is on a file system`() {
    #expect(GlibcFileSystem().kindOfFileSystem(at: "/") != nil)
  }
}
