import DPESStore
import Testing

@Suite struct PlacesTests {
  private func places(
    _ environment: [String: String] = [:], executable: String? = nil, folders: Set<String> = []
  ) -> Places {
    Places(environment: environment, executable: executable) { folders.contains($0) }
  }

  @Test func `the user's folders are those of the XDG specification`() {
    let places = places([
      "HOME": "/home/marie", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d",
      "XDG_STATE_HOME": "/s", "XDG_RUNTIME_DIR": "/r",
    ])
    #expect(places.configuration == "/c/palier")
    #expect(places.userData == "/d/palier")
    #expect(places.state == "/s/palier")
    #expect(places.runtime == "/r/palier")
  }

  @Test(arguments: ["", "relative", nil])
  func `they fall back to the home folder`(value: String?) {
    var environment = ["HOME": "/home/marie"]
    for variable in Places.variables.filter({ $0.hasPrefix("XDG") }) {
      environment[variable] = value
    }
    let places = places(environment)
    #expect(places.configuration == "/home/marie/.config/palier")
    #expect(places.userData == "/home/marie/.local/share/palier")
    #expect(places.state == "/home/marie/.local/state/palier")
    #expect(places.runtime == nil)
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "marie"]])
  func `without a home there are none`(environment: [String: String]) {
    let places = places(environment)
    #expect([places.configuration, places.userData, places.state] == [nil, nil, nil])
  }

  @Test(
    arguments: [
      // Installed.
      (
        "/usr/bin/palier", ["/usr/share/palier/fournis/exemples"], nil, "/usr/share/palier/fournis"
      ),
      ("/palier", ["/share/palier/fournis/exemples"], nil, nil),
      // The person's own, where the program is installed for one person.
      ("/h/.local/bin/palier", ["/h/.local/share/palier/exemples"], nil, nil),
      // Run from a checkout.
      (
        "/p/.build/x86_64/debug/palier", ["/p/Data/exemples", "/Data/exemples"], nil, "/p/Data"
      ),
      // The program's own place comes before the variable.
      (
        "/usr/bin/palier", ["/usr/share/palier/fournis/exemples", "/d/exemples"], "/d",
        "/usr/share/palier/fournis"
      ),
      ("/usr/bin/palier", ["/d/exemples"], "/d", "/d"),
      (nil, ["/d/exemples"], "/d", "/d"),
      ("/usr/bin/palier", ["/usr/share/palier/fournis"], "", nil),
      ("/usr/bin/palier", [], "/d", nil),
    ] as [(String?, Set<String>, String?, String?)])
  func `the data is where the program is, else where the variable says`(
    executable: String?, folders: Set<String>, variable: String?, data: String?
  ) {
    let environment = variable.map { ["PALIER_DATA": $0] } ?? [:]
    #expect(places(environment, executable: executable, folders: folders).data == data)
  }

  @Test func `the running program has places`() {
    let places = Places.current()
    #expect(places.configuration?.hasSuffix("/palier") != false)
  }
}
