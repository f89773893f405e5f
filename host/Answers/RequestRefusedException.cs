namespace Workflow.Host.Answers;

/// <summary>A request that cannot be read or may not be made; it becomes a problem document and nothing is written.</summary>
public sealed class RequestRefusedException(int status, string code, string sentence, string? wayOut = null) : Exception(sentence)
{
    public int Status => status;

    public string Code => code;

    public string? WayOut => wayOut;

    public static RequestRefusedException Malformed(string code, string sentence, string? wayOut = null) => new(StatusCodes.Status400BadRequest, code, sentence, wayOut);

    public static RequestRefusedException Forbidden(string code, string sentence, string? wayOut = null) => new(StatusCodes.Status403Forbidden, code, sentence, wayOut);

    public static RequestRefusedException Unknown(string code, string sentence, string? wayOut = null) => new(StatusCodes.Status404NotFound, code, sentence, wayOut);
}
