// Codes of errors in answers (JSON-RPC 2.0 and LSP 3.17).
namespace Dsl.LanguageServer.Protocol.Transport;

internal static class ErrorCode
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestFailed = -32803;
    public const int RequestCancelled = -32800;
    public const int ContentModified = -32801;
}

/// <summary>A request that cannot be answered, with what its user should know.</summary>
internal sealed class RequestFailedException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
