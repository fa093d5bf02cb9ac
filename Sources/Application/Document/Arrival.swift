/// What becomes of the program when another one changed the file.
enum Arrival {}
