import DPES
