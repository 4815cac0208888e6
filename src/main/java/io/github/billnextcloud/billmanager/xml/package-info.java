/** Documents of the panel: read, written, and forms that go back as they came. */
@NullMarked
package io.github.billnextcloud.billmanager.xml;

import org.jspecify.annotations.NullMarked;
