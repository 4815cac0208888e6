# For the source layout: this project, or its installed Makefile alone, in the panel's src/pmnextcloud.
# BILLmanager runs "make install-only" there when the module does not answer "features", and asks again.
#
#   make install        builds what has changed, installs it, restarts the panel
#   make install-only   puts back what is already built: offline, in seconds, the panel is left alone
#   make packages       target/packages: a deb and an rpm
#   make uninstall      takes everything back

PLUGIN = pmnextcloud
# The panel's folder, as in BILLmanager's own makefiles.
BASE ?= $(if $(filter %/src/$(PLUGIN),$(CURDIR)),$(abspath $(CURDIR)/../..),/usr/local/mgr5)

after_install = "$(BASE)/lib/$(PLUGIN)/after-install"
built = target/payload/644/mgr5/lib/$(PLUGIN)/$(PLUGIN).jar

.PHONY: all install install-only packages uninstall

ifneq ($(wildcard dist/install.sh),)

all: $(built)

$(built): pom.xml Makefile $(shell find src/main dist etc -type f)
	./mvnw -q -B -DskipTests package

install: $(built)
	dist/install.sh --prefix "$(BASE)"

install-only:
	@test -f $(built) || { echo "Nothing is built yet: make install" >&2; exit 1; }
	dist/install.sh --prefix "$(BASE)" --no-restart

packages:
	./mvnw -q -B -DskipTests package

uninstall:
	dist/uninstall.sh --prefix "$(BASE)"

else

all:

install:
	$(after_install)

install-only:
	$(after_install) --no-restart

packages uninstall:
	@echo "There are no sources here" >&2; exit 1

endif
