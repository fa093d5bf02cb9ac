/// The conflict copies beside the file of the démarche.
enum Copies {}
