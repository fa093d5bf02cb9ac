package import JSONTree
