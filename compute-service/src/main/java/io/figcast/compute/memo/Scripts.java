package io.figcast.compute.memo;

/** What must happen atomically in Redis. All keys are declared, so that a cluster can route the scripts. */
final class Scripts {

    /**
     * Keys: manifest, failure, lease, note of what was forgotten. Arguments: token (empty: take nothing), expected version,
     * expected time of failure, lease in ms. A token that has the lease already takes it again, because the first answer may
     * have been lost; one whose lease was forgotten does not, though an earlier call of it may come late. A
     * manifest of which a chunk is gone, because Redis evicts, counts as none: else it would be answered from for ever. Its
     * chunks are no declared keys, but lie where the manifest lies.
     */
    static final String LOOK = """
            local m, f, l = redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2]), redis.call('GET', KEYS[3])
            if m then
              local slice = cjson.decode(m)
              local prefix = string.sub(KEYS[1], 1, -#'manifest' - 1) .. slice.version
              for n = 0, slice.chunks - 1 do
                if redis.call('EXISTS', prefix .. ':x:' .. n, prefix .. ':y:' .. n) < 2 then m = false break end
              end
            end
            local taken = 0
            if ARGV[1] ~= '' then
              if l == ARGV[1] then
                redis.call('PEXPIRE', KEYS[3], ARGV[4])
                taken = 1
              elseif not l and (m and cjson.decode(m).version or '') == ARGV[2]
                  and (f and cjson.decode(f).failedAt or '') == ARGV[3]
                  and not string.find(redis.call('GET', KEYS[4]) or '', '\\n' .. ARGV[1] .. '\\n', 1, true) then
                redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[4])
                taken = 1
              end
            end
            return {m, redis.call('PTTL', KEYS[1]), f, redis.call('PTTL', KEYS[2]), l and 1 or 0, taken}
            """;

    /** Key: lease. Arguments: token, lease in ms. */
    static final String RENEW = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then
              return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            return 0
            """;

    /**
     * Keys: manifest, failure, lease, new chunks, replaced chunks. Arguments: token, manifest, its life in ms, its chunks'
     * life, number of new chunks, life left to replaced chunks, and the last two new chunks unless they are stored. Says DONE
     * too when an earlier try did it.
     */
    static final String COMMIT = """
            local m = redis.call('GET', KEYS[1])
            if m and cjson.decode(m).version == ARGV[1] then return 'DONE' end
            if redis.call('GET', KEYS[3]) ~= ARGV[1] then return 'LEASE_LOST' end
            local replaced = 4 + tonumber(ARGV[5])
            local stored = replaced - (#ARGV - 6)
            for i = 4, stored - 1 do
              if redis.call('EXISTS', KEYS[i]) == 0 then return 'CHUNKS_LOST' end
            end
            for i = stored, replaced - 1 do redis.call('SET', KEYS[i], ARGV[7 + i - stored], 'PX', ARGV[4]) end
            for i = 4, stored - 1 do redis.call('PEXPIRE', KEYS[i], ARGV[4]) end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            for i = replaced, #KEYS do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
            redis.call('DEL', KEYS[2], KEYS[3])
            return 'DONE'
            """;

    /**
     * Keys: manifest, failure, lease. Arguments: token, failure, its life in ms. The lease goes first: a script that has
     * deleted may still write when Redis is out of memory.
     */
    static final String FAIL = """
            if redis.call('GET', KEYS[3]) ~= ARGV[1] then return false end
            redis.call('DEL', KEYS[3])
            redis.pcall('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
            return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]), false, 0, 0, 0}
            """;

    /** Key: lease. Argument: token. */
    static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then
              return redis.call('DEL', KEYS[1])
            end
            return 0
            """;

    /**
     * Key: note of the requests to forget a category. Arguments: the note's life in ms, then of each request what names it and
     * the fingerprints that it is about now. Answers for each with those that it was about when it came first. A full Redis
     * takes no note, but must not keep anybody from removing.
     */
    static final String NOTE_FORGETS = """
            local note, about = redis.call('GET', KEYS[1]) or '', {}
            for i = 2, #ARGV, 2 do
              local known, stop = string.find(note, '\\n' .. ARGV[i] .. ' ', 1, true)
              if known then
                about[#about + 1] = string.match(note, '[^\\n]+', stop + 1)
              else
                about[#about + 1] = ARGV[i + 1]
                note = note .. '\\n' .. ARGV[i] .. ' ' .. ARGV[i + 1] .. '\\n'
              end
            end
            redis.pcall('SET', KEYS[1], string.sub(note, -8192), 'PX', ARGV[1])
            return about
            """;

    /**
     * Keys: manifest, failure, lease, note of what was forgotten. Arguments: the note's life in ms, then what names each
     * request. What is there came later than they did if all of them are in the note.
     */
    static final String FORGET = """
            local note, new = redis.call('GET', KEYS[4]) or '', ''
            for i = 2, #ARGV do
              local line = '\\n' .. ARGV[i] .. '\\n'
              if not string.find(note, line, 1, true) then new = new .. line end
            end
            if new == '' then return 0 end
            local m = redis.call('GET', KEYS[1])
            if m then
              local readable, slice = pcall(cjson.decode, m)
              if readable then
                local prefix = string.sub(KEYS[1], 1, -#'manifest' - 1) .. slice.version
                for n = 0, slice.chunks - 1 do redis.call('UNLINK', prefix .. ':x:' .. n, prefix .. ':y:' .. n) end
              end
            end
            local l = redis.call('GET', KEYS[3])
            if l then new = new .. '\\n' .. l .. '\\n' end
            redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3])
            redis.call('SET', KEYS[4], string.sub(note .. new, -4096), 'PX', ARGV[1])
            return 1
            """;

    /** Key: manifest. Arguments: the life left to it in ms, and to its chunks. */
    static final String RETIRE = """
            local m = redis.call('GET', KEYS[1])
            if not m then return 0 end
            if redis.call('PTTL', KEYS[1]) > tonumber(ARGV[1]) then
              local slice = cjson.decode(m)
              local prefix = string.sub(KEYS[1], 1, -#'manifest' - 1) .. slice.version
              redis.call('PEXPIRE', KEYS[1], ARGV[1])
              for n = 0, slice.chunks - 1 do
                redis.call('PEXPIRE', prefix .. ':x:' .. n, ARGV[2])
                redis.call('PEXPIRE', prefix .. ':y:' .. n, ARGV[2])
              end
            end
            return 1
            """;

    private Scripts() {
    }
}
