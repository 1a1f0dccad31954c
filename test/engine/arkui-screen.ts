/**
 * Controllers and drawing contexts of components that only a screen gives a meaning. Pages make them as fields, so they
 * exist; what would answer or show something without a screen is an error that names it.
 */
import { BusinessError } from '../kits/business-error.ts';
import { opaque } from './arkui-observe.ts';

type Class = new (...values: never[]) => object;

/** Class to its methods. */
const controllers: Readonly<Record<string, string>> = {
  XComponentController:
    'getXComponentSurfaceId getXComponentContext setXComponentSurfaceSize setXComponentSurfaceRect getXComponentSurfaceRect setXComponentSurfaceRotation getXComponentSurfaceRotation setXComponentSurfaceConfig startImageAnalyzer stopImageAnalyzer lockCanvas unlockCanvasAndPost',
  VideoController: 'start pause stop setCurrentTime requestFullscreen exitFullscreen reset',
  RichEditorController:
    'addTextSpan addImageSpan addSymbolSpan addBuilderSpan setTypingStyle getTypingStyle updateSpanStyle updateParagraphStyle getParagraphs deleteSpans getSpans getSelection fromStyledString toStyledString getCaretOffset setCaretOffset closeSelectionMenu setSelection isEditing stopEditing getLayoutManager getPreviewText',
  RichEditorStyledStringController:
    'setStyledString getStyledString getSelection onContentChanged getCaretOffset setCaretOffset setSelection isEditing stopEditing getLayoutManager',
  TextController: 'closeSelectionMenu setStyledString getLayoutManager',
  PatternLockController: 'reset setChallengeResult',
  TextClockController: 'start stop',
  TextTimerController: 'start pause reset',
  CalendarController: 'backToToday goTo',
  WebController: 'loadUrl loadData refresh stop backward forward accessBackward accessForward runJavaScript',
};

/** Drawing that shows nothing; and, after a `|`, what would tell of the picture. */
const drawing: Readonly<Record<string, string>> = {
  CanvasRenderingContext2D: `${shared()} startImageAnalyzer stopImageAnalyzer`,
  OffscreenCanvasRenderingContext2D: shared(),
  OffscreenCanvas: '| transferToImageBitmap getContext',
  DrawingRenderingContext: 'invalidate',
  Path2D: `addPath setTransform ${paths()}`,
  ImageBitmap: 'close',
  Matrix2D: '| identity invert multiply rotate translate scale',
};

function paths(): string {
  return 'closePath moveTo lineTo bezierCurveTo quadraticCurveTo arc arcTo ellipse rect';
}

function shared(): string {
  return (
    `${paths()} fillRect strokeRect clearRect fillText strokeText stroke beginPath fill clip rotate scale transform ` +
    'setTransform translate drawImage setLineDash save restore reset saveLayer restoreLayer putImageData setPixelMap ' +
    'transferFromImageBitmap | measureText getImageData createImageData getPixelMap toDataURL getLineDash getTransform ' +
    'createLinearGradient createRadialGradient createConicGradient createPattern'
  );
}

/** A class whose methods need a screen, but for those that only draw. */
function screenClass(name: string, quiet: readonly string[], loud: readonly string[]): Class {
  const type = {
    [name]: class {
      readonly [opaque] = true;
      // Not laid out: as on a device before the first frame.
      declare width: number;
      declare height: number;
    },
  }[name] as Class;
  const prototype = type.prototype as Record<string, unknown>;
  for (const method of quiet) prototype[method] = (): void => undefined;
  for (const method of loud) {
    prototype[method] = (): never => {
      throw new BusinessError(
        801,
        `${name}.${method} needs a screen: arkhost has a tree of components and draws nothing`,
      );
    };
  }
  return type;
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** The classes, by the names that ArkUI makes global. */
export const screenClasses: Readonly<Record<string, Class>> = Object.fromEntries([
  ...Object.entries(controllers).map(([name, methods]) => [name, screenClass(name, [], words(methods))] as const),
  ...Object.entries(drawing).map(([name, methods]) => {
    const [quiet = '', loud = ''] = methods.split('|');
    const type = screenClass(name, words(quiet), words(loud));
    if (name.endsWith('Context2D')) Object.assign(type.prototype as object, { width: 0, height: 0 });
    return [name, type] as const;
  }),
]);

/** `new RenderingContextSettings(true)`. */
export class RenderingContextSettings {
  antialias: boolean | undefined;

  constructor(antialias?: boolean) {
    this.antialias = antialias;
  }
}
