package io.github.billnextcloud.billmanager.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One document's events, one by one; nobody outside it is asked for what it names. */
final class SafeXmlReaderFactory {

  /** Named here, because the JDK's search for it takes longer than reading a document. */
  static final XMLInputFactory FACTORY = new WstxInputFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private SafeXmlReaderFactory() {}

  static XMLStreamReader of(Reader document) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(document);
  }

  /** Of bytes, which say themselves what they are written in. */
  static XMLStreamReader of(InputStream document) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(document);
  }
}
