/** `@ohos.xml`. */
import { namespace } from '../namespace.ts';
import { EventType, XmlPullParser } from '../xml-parser.ts';
import { XmlDynamicSerializer, XmlSerializer } from '../xml-serializer.ts';

export default namespace('@ohos.xml', { EventType, XmlDynamicSerializer, XmlPullParser, XmlSerializer });
