using Microsoft.AspNetCore.Mvc;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Files;

namespace Workflow.Host.Attachments;

/// <summary><c>POST /api/attachments</c>: stores a file by its hash, before a command attaches it to a case.</summary>
public static class UploadFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20 << 20;

    public sealed record UploadAnswer(string Sha256, long Size, string MediaType);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/attachments", Handle)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes), new Upload())
            .As("UploadFile", "Evidence", "上传附件 / Stores a file; the command `attach` then names its hash")
            .Accepts<Stream>(FileSignature.MediaTypes.First(), [.. FileSignature.MediaTypes.Skip(1)])
            .Produces<UploadAnswer>(201)
            .Refuses(413, 415, 422);

    private static async Task<IResult> Handle(HttpContext context, FileStore files, Today today, CancellationToken cancellation)
    {
        var caller = Caller.Of(context);
        var type = MediaType(context.Request);
        var bytes = await Bodies.ReadBytes(context.Request, MaxBytes, cancellation);
        if (bytes.Length == 0)
            throw FileRefusals.Empty();
        if (!FileSignature.Fits(type, bytes))
            throw FileRefusals.NotItsType(type);
        var stored = await files.Store(new MemoryStream(bytes), type, caller.Id, today.Now, cancellation);
        return Results.Json(new UploadAnswer(stored.Sha256, stored.Size, stored.MediaType), statusCode: StatusCodes.Status201Created);
    }

    private static string MediaType(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is not null && FileSignature.MediaTypes.Contains(type)
            ? type
            : throw FileRefusals.MediaType(FileSignature.MediaTypes, type);
    }
}
