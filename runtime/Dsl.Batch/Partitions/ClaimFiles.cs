// The claims of the partitions of a run: each is written once, and all together say what everyone gets under 名额 and 总额.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dsl.Batch.Claims;
using Dsl.Evaluation.Places;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;

namespace Dsl.Batch.Partitions;

/// <summary>Writes and reads the claims of a run. What two processes write of one partition is the same.</summary>
internal sealed class ClaimFiles(PartitionedRun run, RunFolder folder, CancellationToken cancellation)
{
    private const string Head = "申请", Terms = "条款", End = "共";
    private const string FormatVersion = "1";
    private const int CellsOfClaim = 10;

    private int Count => run.Registry.Parts.Length;

    /// <summary>The partitions whose claims are not there.</summary>
    public List<int> Missing => [.. Enumerable.Range(1, Count).Where(partition => !File.Exists(folder.Claims(partition)))];

    /// <summary>Sees to it that the claims of a partition are there; the finding says why they are not.</summary>
    public DataFinding? Write(int partition)
    {
        if (File.Exists(folder.Claims(partition)))
            return null;
        var (book, fatal) = ClaimPass.Read(run.Program, run.Registry.Parts[partition - 1], run.Options.Context, null,
            (run.Options.Threads, true), cancellation);
        if (book is null)
            return fatal;
        var text = new StringBuilder().AppendCells([Head, FormatVersion]);
        foreach (var (index, clause) in book.Clauses.Index())
            text.AppendCells([Terms, Number(index), .. Cells(clause.Terms.Places), .. Cells(clause.Terms.Budget)]);
        foreach (var (index, clause) in book.Clauses.Index())
        {
            foreach (var claim in clause.Claims)
                text.AppendCells([Number(index), claim.Key, Number((int)claim.IsDue), .. Cells(claim.Amount), .. Cells(claim.Score),
                    .. Cells(claim.Turn), claim.HoldsPlace ? "1" : "0"]);
        }
        var body = text.ToString();
        folder.PutClaims(partition, body + new StringBuilder().AppendCells([End, Hash(body)]));
        return null;
    }

    /// <summary>What everyone gets, once all claims are there; the finding says what is wrong with one of the files.</summary>
    public (RegistryPlaces? Places, DataFinding? Finding) Settle()
    {
        ClaimBook? book = null;
        for (var partition = 1; partition <= Count; partition++)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = folder.Claims(partition);
            try
            {
                book = Read(File.ReadAllText(file), book);
            }
            catch (JsonException)
            {
                return (null, PartitionDiagnostics.DamagedClaims.With(partition, Path.GetFileName(file)).At(new(PathText.Shown(file))));
            }
        }
        return (book?.Settle(), null);
    }

    /// <exception cref="JsonException">The file is not what was written.</exception>
    private ClaimBook Read(string text, ClaimBook? book)
    {
        var last = text.LastIndexOf(End + ",", StringComparison.Ordinal);
        if (last < 0 || text[last..].TrimEnd('\n') != $"{End},{Hash(text[..last])}")
            throw new JsonException("The claims were cut or changed.");
        using var reader = new StringReader(text[..last]);
        var rows = CellLines.Read(reader).ToList();
        var clauses = ClaimBook.Of(run.Program).ToList();
        if (rows is not [[Head, FormatVersion], ..] || rows.Count(static row => row[0] == Terms) != clauses.Count)
            throw new JsonException("The claims are of another form.");
        book ??= new(rows.Where(static row => row[0] == Terms).Zip(clauses, (row, pair) =>
            new ClauseClaims(pair.Policy, pair.Clause, new(Read(row, 2), Read(row, 4)))));
        foreach (var row in rows.Skip(1 + clauses.Count))
        {
            if (row.Length != CellsOfClaim)
                throw new JsonException("A claim has too few cells.");
            book.Clauses[Index(row[0])].Claims.Add(
                new(row[1], (Truth)Index(row[2]), Read(row, 3), Read(row, 5), Read(row, 7), row[9] == "1"));
        }
        return book;
    }

    private static string[] Cells(Bounds bounds) => [Cell(bounds.Low), Cell(bounds.High)];

    private static string Cell(Rational? end) => end is { } known ? ExactText.Of(known) : "";

    private static Bounds Read(string[] row, int at) => new(EndOf(row[at]), EndOf(row[at + 1]));

    private static Rational? EndOf(string cell) => cell.Length == 0 ? null : ExactText.Number(cell);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Index(string cell) => (int)ExactText.Whole(cell);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
