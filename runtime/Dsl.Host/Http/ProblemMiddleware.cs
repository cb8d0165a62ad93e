// Whatever ends a request early becomes a problem of the catalogue; an exception of ours is logged with the number that the caller sees.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Http;

/// <summary>Turns failures into problems.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http).ConfigureAwait(false);
            if (http.Response is { HasStarted: false, ContentLength: null, ContentType: null })
                await AnswerStatus(http).ConfigureAwait(false);
        }
        catch (HostException error)
        {
            await ProblemAnswer.Write(http, error.Problem).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            await ProblemAnswer.Write(http, Of(error, http)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !http.RequestAborted.IsCancellationRequested)
        {
            LogFailure(log, error, http.TraceIdentifier);
            await ProblemAnswer.Write(http, HostDiagnostics.DataFolderFailed.With(FileFailure.Words(error).TrimEnd('。')))
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last resort: no stack trace reaches a caller.
        catch (Exception error)
        {
            LogFailure(log, error, http.TraceIdentifier);
            await ProblemAnswer.Write(http, ApiDiagnostics.Internal.With(http.TraceIdentifier)).ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    /// <summary>Routing answers with bare statuses.</summary>
    private static Task AnswerStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ProblemAnswer.Write(http, ApiDiagnostics.NoRoute.With(http.Request.Path.Value ?? "")),
        StatusCodes.Status405MethodNotAllowed => ProblemAnswer.Write(http, ApiDiagnostics.WrongMethod.With(http.Request.Method)),
        StatusCodes.Status415UnsupportedMediaType => ProblemAnswer.Write(http,
            ApiDiagnostics.NotJson.With($"没有写明是 {WantedTypes(http)}")),
        StatusCodes.Status401Unauthorized => ProblemAnswer.Write(http,
            (http.Request.Headers.ContainsKey("Authorization") ? ApiDiagnostics.BadKey : ApiDiagnostics.NotSignedIn).With()),
        StatusCodes.Status403Forbidden => ProblemAnswer.Write(http, ApiDiagnostics.RoleMissing.With(WantedRoles(http))),
        StatusCodes.Status429TooManyRequests => ProblemAnswer.Write(http,
            ApiDiagnostics.TooMany.With(http.Response.Headers.RetryAfter.ToString())),
        StatusCodes.Status504GatewayTimeout => ProblemAnswer.Write(http, ApiDiagnostics.TooSlow.With()),
        _ => Task.CompletedTask,
    };

    private static string WantedRoles(HttpContext http) =>
        string.Join('、', RoleWords.Of(http.GetEndpoint()?.Metadata.GetMetadata<RequiredRoles>()?.Roles ?? Roles.None));

    private static string WantedTypes(HttpContext http) =>
        string.Join('、', http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? ["application/json"]);

    private static DataProblem Of(BadHttpRequestException error, HttpContext http) =>
        error.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? ApiDiagnostics.BodyTooLarge.With(http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0)
            : ApiDiagnostics.NotJson.With("请求不完整，或者不合 HTTP 的规定");

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Request} failed")]
    private static partial void LogFailure(ILogger log, Exception error, string request);
}
