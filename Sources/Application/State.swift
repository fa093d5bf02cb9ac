import DPES
import TerminalUI
