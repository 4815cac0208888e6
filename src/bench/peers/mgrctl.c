/*
 * The stand-in panel's mgrctl without a JVM's start, which would be most of what is measured.
 *
 * It hands its arguments, and the variables that follow -e, to the panel at MGRCTL_PORT, prints the
 * answer, and takes MGRCTL_MILLIS longer than that. Compiled by the benchmark; the protocol is that
 * of MgrctlProgram.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static FILE *to, *from;

static void put_number(uint32_t number) {
  number = htonl(number);
  fwrite(&number, 4, 1, to);
}

static void put_text(const char *text) {
  put_number(text ? (uint32_t)strlen(text) : UINT32_MAX);
  if (text) fputs(text, to);
}

static uint32_t number(void) {
  uint32_t read;
  if (fread(&read, 4, 1, from) != 1) exit(70);
  return ntohl(read);
}

static void print(FILE *out) {
  for (uint32_t left = number(); left > 0; left--) {
    int byte = getc(from);
    if (byte == EOF) exit(70);
    putc(byte, out);
  }
  fflush(out);
}

int main(int argc, char **argv) {
  if (MGRCTL_MILLIS > 0) usleep(MGRCTL_MILLIS * 1000);
  struct sockaddr_in panel = {.sin_family = AF_INET, .sin_port = htons(MGRCTL_PORT)};
  panel.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connection < 0 || connect(connection, (struct sockaddr *)&panel, sizeof panel) != 0) {
    fputs("ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n", stderr);
    return 1;
  }
  to = fdopen(connection, "w");
  from = fdopen(dup(connection), "r");
  put_text(getenv("SSH_CONNECTION"));
  put_number(argc - 1);
  for (int i = 1; i < argc; i++) {
    char *dollar = i > 1 && strcmp(argv[i - 1], "-e") == 0 ? strstr(argv[i], "=$") : NULL;
    put_text(argv[i]);
    put_text(dollar ? getenv(dollar + 2) : NULL);
  }
  fflush(to);
  int code = (int)number();
  print(stdout);
  print(stderr);
  return code;
}
