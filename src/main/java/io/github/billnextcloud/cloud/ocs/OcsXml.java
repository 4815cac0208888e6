package io.github.billnextcloud.cloud.ocs;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.github.billnextcloud.cloud.http.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads OCS in XML into the same maps and lists as {@link JsonReader}, but for texts alone. */
final class OcsXml {

  private static final XMLInputFactory SHALLOW = new WstxInputFactory();

  static {
    SHALLOW.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    SHALLOW.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    SHALLOW.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 50);
    SHALLOW.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) JsonReader.MOST_VALUES);
  }

  /** PHP writes them into XML as they are, and there they are not allowed. */
  private static final String FORBIDDEN =
      "[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamReader reader;

  private OcsXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The document's element; an empty text when it is not well-formed, or too much. */
  static Object read(String text) {
    String allowed = text.stripLeading().replaceAll(FORBIDDEN, "\uFFFD");
    try {
      XMLStreamReader reader = SHALLOW.createXMLStreamReader(new StringReader(allowed));
      reader.nextTag();
      return new OcsXml(reader).value();
    } catch (XMLStreamException broken) {
      return "";
    }
  }

  /** PHP writes each value of a list as an "element". */
  private Object value() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    List<Object> list = new ArrayList<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    while (reader.next() != XMLStreamReader.END_ELEMENT) {
      if (reader.isStartElement()) {
        String name = reader.getLocalName();
        Object value = value();
        list.add(value);
        fields.put(name, value);
      } else if (reader.hasText()) {
        text.append(reader.getText());
      }
    }
    if (fields.isEmpty()) {
      return text.toString();
    }
    return fields.keySet().equals(Set.of("element")) ? list : fields;
  }
}
