/** Documents of the panel: read, written, and forms that go back as they came. */
package io.github.billnextcloud.billmanager.xml;
