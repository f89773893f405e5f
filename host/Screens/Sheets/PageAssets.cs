using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Workflow.Host.Opening;

namespace Workflow.Host.Screens.Sheets;

/// <summary>The style and the script of the pages, from inside the program. Their address names their content, so browsers keep them for good.</summary>
public static class PageAssets
{
    private static readonly byte[] StyleBytes = Read("console.css");
    private static readonly byte[] ScriptBytes = Read("console.js");

    public static string Style { get; } = $"/assets/{Digest(StyleBytes)}/console.css";

    public static string Script { get; } = $"/assets/{Digest(ScriptBytes)}/console.js";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, Style, StyleBytes, "text/css; charset=utf-8");
        Map(routes, Script, ScriptBytes, "text/javascript; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, byte[] bytes, string type) =>
        routes
            .MapGet(
                path,
                (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    return Results.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Digest(bytes)}\""));
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    private static byte[] Read(string name)
    {
        using var stream = Embedded.Open($"assets.{name}");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
