namespace Workflow.Host.Answers;

/// <summary>A folder for the files of one request: what is too large for memory lies there, and is gone when the answer has left.</summary>
public sealed class Scratch : IDisposable
{
    private Scratch() => Folder = Directory.CreateTempSubdirectory("workflow-request-").FullName;

    public string Folder { get; }

    /// <summary>Makes the folder of a request.</summary>
    public static Scratch Of(HttpContext context)
    {
        var scratch = new Scratch();
        context.Response.RegisterForDispose(scratch);
        return scratch;
    }

    /// <summary>The path of a file in it.</summary>
    /// <param name="name">A name that this program chose; never one from outside.</param>
    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
