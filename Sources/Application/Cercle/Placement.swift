import DPES
import TerminalUI

/// Where each observation of an image stands on a circle of a given size.
struct Placement: Hashable, Sendable {
  init(of image: ImageView, in size: Size) {}
}
