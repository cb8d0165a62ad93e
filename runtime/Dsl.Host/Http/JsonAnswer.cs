// Answers that are one document.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>Answers with documents.</summary>
internal static class JsonAnswer
{
    /// <summary>Writes a document as the answer.</summary>
    public static Task Write<T>(HttpContext http, T document, JsonTypeInfo<T> shape)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(http.Response.Body, document, shape, http.RequestAborted);
    }

    /// <summary>The same for what no cache may keep.</summary>
    public static Task WriteSecret<T>(HttpContext http, T document, JsonTypeInfo<T> shape)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Write(http, document, shape);
    }
}
