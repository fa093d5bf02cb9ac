#ifndef CNCURSES_H
#define CNCURSES_H
int cn_wcwidth(unsigned int scalar);
#endif
