// The pages: one document for all of their addresses, and the scripts and styles that it names. Nothing comes from elsewhere.
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Dsl.Host.Http;

/// <summary>/, the addresses of pages, and /assets.</summary>
internal static class PageEndpoints
{
    private const string Policy = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    // The first parts of addresses in runtime/Dsl.Pages/src/router.ts. Whatever else is asked for is no page.
    private static readonly string[] Addresses =
        ["/", "/enterprise/{**rest}", "/officer/{**rest}", "/policies/{**rest}", "/sign-in/{**rest}"];

    private const string AssetPath = "/assets";

    private const string WithoutPages =
        """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <title>政策服务</title>
        <h1>政策服务在运行</h1>
        <p>接口可以使用：<a href="/scalar">接口说明</a>。</p>
        <p>页面还没有做好：装上 Node.js 20 以后，用源代码里的 ./policy serve 启动会先把页面做好；或者在 runtime/Dsl.Pages 里运行
        npm ci 和 npm run build，再用设置 pages 写明做好的文件夹。</p>
        </html>
        """;

    /// <summary>Adds what compresses scripts, styles and pictures.</summary>
    public static IServiceCollection AddAssetCompression(this IServiceCollection services) =>
        services.AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/javascript", "text/css", "image/svg+xml"];
        }).Configure<BrotliCompressionProviderOptions>(static options => options.Level = CompressionLevel.Optimal)
            .Configure<GzipCompressionProviderOptions>(static options => options.Level = CompressionLevel.Optimal);

    /// <summary>Serves scripts and styles. Their names change with their content: browsers need not ask again.</summary>
    public static void UseAssets(IApplicationBuilder application, PageFiles pages)
    {
        if (pages.Assets is not { } folder || !Directory.Exists(folder))
            return;
        // Answers with secrets are never compressed beside what others can choose: scripts and styles only.
        application.UseWhen(static http => http.Request.Path.StartsWithSegments(AssetPath),
            static assets => assets.UseResponseCompression());
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder), RequestPath = AssetPath,
            OnPrepareResponse = static answer =>
            {
                AddHeaders(answer.Context.Response);
                answer.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            },
        });
    }

    /// <summary>Adds the addresses of pages.</summary>
    public static void Map(IEndpointRouteBuilder routes, PageFiles pages)
    {
        foreach (var address in pages.Document is null ? Addresses[..1] : Addresses)
            routes.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], http => Answer(http, pages)).AllowAnonymous()
                .ExcludeFromDescription();
    }

    /// <summary>Browsers ask each time, and have the document again only where it is another one.</summary>
    private static async Task Answer(HttpContext http, PageFiles pages)
    {
        AddHeaders(http.Response);
        http.Response.Headers.CacheControl = "no-cache";
        var content = pages.Document is { } document
            ? await File.ReadAllBytesAsync(document, http.RequestAborted).ConfigureAwait(false)
            : Encoding.UTF8.GetBytes(WithoutPages);
        var hash = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        await Results.Bytes(content, "text/html; charset=utf-8", entityTag: hash).ExecuteAsync(http).ConfigureAwait(false);
    }

    private static void AddHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
