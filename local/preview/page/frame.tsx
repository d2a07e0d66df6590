// A page of the add-on in its frame. What it calls is asked for by this window, and the answers go back to it alone.

import { useEffect, useRef } from "preact/hooks";
import type { WindowPage } from "../server/window-message.ts";
import type { Step } from "./parts.ts";

export interface FrameCall {
  readonly call: string;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

export interface FrameAnswer {
  readonly told?: unknown;
  readonly failed?: string;
}

export interface FrameProps {
  readonly page: WindowPage;
  readonly onCall: (call: FrameCall, answer: (given: FrameAnswer) => void) => void;
  readonly onClose: () => void;
  /** The person wants back to the grid. */
  readonly onLeave: () => void;
  /** The person goes on to another part of the window. */
  readonly onGo: (step: Step) => void;
}

/** What the frame says: that it asks for something, or that the person wants out of it. */
type FrameMessage = Partial<FrameCall> & { readonly close?: true; readonly leave?: true; readonly go?: Step };

export function Frame({ page, onCall, onClose, onLeave, onGo }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const handlers = useRef({ onCall, onClose, onLeave, onGo });
  handlers.current = { onCall, onClose, onLeave, onGo };
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<FrameMessage>) => {
      const place = frame.current?.contentWindow;
      if (!place || source !== place) return;
      if (data.close === true) handlers.current.onClose();
      if (data.leave === true) handlers.current.onLeave();
      if (data.go !== undefined) handlers.current.onGo(data.go);
      const { call, functionName, args = [] } = data;
      if (call === undefined || functionName === undefined) return;
      // The frame has an origin of its own that no address can name.
      handlers.current.onCall({ call, functionName, args }, (given) =>
        place.postMessage({ ...given, call }, "*"),
      );
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, []);
  return <iframe ref={frame} key={page.id} title={page.title || "Stageline"} src={`frame/${page.id}`} />;
}
