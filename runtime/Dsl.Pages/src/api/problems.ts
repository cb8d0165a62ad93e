// What the service says when something is wrong: problem+json, or no answer at all.

/** One of several mistakes. */
export interface ProblemEntry {
  code: string;
  message: string;
  remedy: string;
  row?: number;
  place?: string;
}

interface ProblemDocument {
  title?: string;
  remedy?: string;
  code?: string;
  errors?: ProblemEntry[];
}

/** A request that was not answered as wished. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly remedy: string,
    readonly code: string,
    readonly errors: ProblemEntry[],
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  /** What an answer that is no success says. */
  static async of(response: Response): Promise<ApiProblem> {
    let said: ProblemDocument = {};
    try {
      said = (await response.json()) as ProblemDocument;
    } catch {
      // A proxy in between answers with pages of its own.
    }
    return new ApiProblem(response.status, said.title ?? `服务没有做成（${response.status}）。`,
      said.remedy ?? '请稍后再试；一直这样，请告诉管理员。', said.code ?? '', said.errors ?? []);
  }

  /** The service does not answer. */
  static unreachable(): ApiProblem {
    return new ApiProblem(0, '连接不上服务。', '请检查网络，或请管理员看看服务是否在运行。', '', []);
  }

  /** Whatever went wrong. */
  static from(error: unknown): ApiProblem {
    return error instanceof ApiProblem ? error : new ApiProblem(0, '页面出错了。', `请刷新后再试（${String(error)}）。`, '', []);
  }
}
