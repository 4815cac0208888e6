/*
 * The stand-in panel's mgrctl without the start of a shell, which would be in what is measured.
 *
 * It hands its arguments, and the variables that follow -e, to the panel at MGRCTL_PORT, prints the
 * answer, and takes MGRCTL_MILLIS longer than that. Compiled by the benchmark; the protocol is that
 * of PanelServer.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static FILE *to, *from;

/* Each word ends in a zero byte; what is not set is told apart from what is empty. */
static void put_word(const char *text) { fwrite(text, 1, strlen(text) + 1, to); }

static void put_value(const char *value) {
  putc(value ? '+' : '-', to);
  put_word(value ? value : "");
}

static void print(FILE *out, long left) {
  for (; left > 0; left--) {
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
  put_value(getenv("SSH_CONNECTION"));
  fprintf(to, "%d%c", argc - 1, 0);
  for (int i = 1; i < argc; i++) {
    char *dollar = i > 1 && strcmp(argv[i - 1], "-e") == 0 ? strstr(argv[i], "=$") : NULL;
    put_word(argv[i]);
    put_value(dollar ? getenv(dollar + 2) : NULL);
  }
  fflush(to);
  int code;
  long out, err;
  if (fscanf(from, "%d %ld %ld", &code, &out, &err) != 3 || getc(from) != '\n') exit(70);
  print(stdout, out);
  print(stderr, err);
  return code;
}
